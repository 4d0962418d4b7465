package org.muniment.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RightOfWayTest {
    private final RightOfWay way = new RightOfWay();

    @Test
    void whileNobodyWaitsTheOthersGoOn() {
        way.take();
        way.pass();
        assertThat(way.isAwaited()).isFalse();
        way.release();
    }

    @Test
    void whileSomebodyWaitsTheOthersStandStillUntilTheTransactionHasEnded() throws InterruptedException {
        way.awaited();
        way.take();
        Thread other = Thread.ofPlatform().start(way::pass);
        while (other.getState() != Thread.State.WAITING) {
            assertThat(other.isAlive()).isTrue();
            Thread.sleep(1);
        }
        way.release();
        other.join();
        way.pass();
    }

    @Test
    void whoComesBetweenTwoTransactionsGoesOn() {
        way.awaited();
        way.pass();
        assertThat(way.isAwaited()).isTrue();
    }
}
