package org.muniment.batch.nightly;

import java.util.function.Supplier;

/** Work that removes nothing and keeps its own place. */
record UpkeepStep(String name, Supplier<String> work) implements NightStep {
    @Override
    public boolean removes() {
        return false;
    }

    @Override
    public Result run(Tonight tonight) {
        return Result.done(work.get());
    }
}
