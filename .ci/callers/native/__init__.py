"""The archive for C, PHP, Java and C#, and what tries it."""
