package vanban;

import com.sun.jna.*;
import java.io.*;
import java.lang.ref.*;
import java.util.*;

/** A handle of vanban.h, freed when it is closed or forgotten. The library of C lies in the jar. */
abstract class Handle implements AutoCloseable {
    private static final NativeLibrary LIBRARY = library();
    private static final Cleaner CLEANER = Cleaner.create();
    private final Pointer pointer;
    private final Cleaner.Cleanable cleanable;

    Handle(Pointer pointer, String free) {
        if (pointer == null) throw new IllegalStateException("the renderer is closed");
        this.pointer = pointer;
        cleanable = CLEANER.register(this, () -> call(void.class, free, pointer));
    }

    /** The one in the jar, whatever the system has. */
    private static NativeLibrary library() {
        try {
            String file = Native.extractFromResourcePath("vanban", Handle.class.getClassLoader()).getPath();
            return NativeLibrary.getInstance(file, Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
        } catch (IOException error) { throw new UncheckedIOException(error); }
    }

    @SuppressWarnings("unchecked")
    static <T> T call(Class<T> type, String function, Object... given) {
        return (T) LIBRARY.getFunction("vanban_" + function).invoke(type, given);
    }

    /** A function of this handle, which is not forgotten meanwhile. */
    final <T> T ask(Class<T> type, String function, Object... more) {
        List<Object> given = new ArrayList<>(List.of(pointer));
        Collections.addAll(given, more);
        try { return call(type, function, given.toArray()); } finally { Reference.reachabilityFence(this); }
    }

    /** Whether it says so: a `bool` of C is a byte. */
    final boolean says(String function, Object... more) { return ask(byte.class, function, more) != 0; }

    @Override public synchronized void close() { cleanable.clean(); }
}
