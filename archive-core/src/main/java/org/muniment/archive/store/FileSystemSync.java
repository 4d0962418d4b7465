package org.muniment.archive.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Linux's {@code syncfs(2)}: when {@link #sync} returns, everything written to the file system of a folder before the
 * call is on disk, names and contents alike. One call for hundreds of files costs little more than one for a single
 * file. Safe for many threads.
 */
final class FileSystemSync implements AutoCloseable {
    private static final int READ_ONLY = 0;

    private final MethodHandle syncfs;
    private final MethodHandle close;
    private final int descriptor;

    private FileSystemSync(MethodHandle syncfs, MethodHandle close, int descriptor) {
        this.syncfs = syncfs;
        this.close = close;
        this.descriptor = descriptor;
    }

    /** Nothing where the platform has no such call. */
    static Optional<FileSystemSync> of(Path folder) {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.empty();
        }
        MethodHandle open = function("open", ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment path = arena.allocateFrom(folder.toString());
            int descriptor = (int) open.invokeExact(path, READ_ONLY);
            return descriptor < 0
                    ? Optional.empty()
                    : Optional.of(new FileSystemSync(
                            function("syncfs", ValueLayout.JAVA_INT),
                            function("close", ValueLayout.JAVA_INT),
                            descriptor));
        } catch (Throwable e) {
            throw new IllegalStateException("Calling open(2) failed", e);
        }
    }

    @SuppressWarnings("restricted") // calling C is what this class is for
    private static MethodHandle function(String name, ValueLayout... parameters) {
        Linker linker = Linker.nativeLinker();
        MemorySegment address = linker.defaultLookup().find(name).orElseThrow();
        return linker.downcallHandle(address, FunctionDescriptor.of(ValueLayout.JAVA_INT, parameters));
    }

    void sync() throws IOException {
        if (call(syncfs) != 0) {
            throw new IOException("the file system could not write everything to disk (syncfs)");
        }
    }

    @Override
    public void close() {
        call(close);
    }

    private int call(MethodHandle function) {
        try {
            return (int) function.invokeExact(descriptor);
        } catch (Throwable e) {
            throw new IllegalStateException("A call into the C library failed", e);
        }
    }
}
