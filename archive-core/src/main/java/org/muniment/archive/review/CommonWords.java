package org.muniment.archive.review;

import java.util.Set;

/** Names that are also everyday words: they count as names only where they are written as names. */
final class CommonWords {
    private static final Set<String> WORDS = new java.util.HashSet<>(
            java.util.List.of(("will may mark grace hope joy faith summer autumn chase hunter grant"
                            + " rose bill rich young king white brown green black gray day park price long banks page art dean"
                            + " drew gene jack june april august dawn ray rob sky storm star reed wood woods field fields hill"
                            + " hall cook baker carter mason porter miller cooper fisher bishop knight noble little short small"
                            + " strong wise best love case cross stone rivers brook lane street west east north south winter"
                            + " frank earnest ernest victor major duke prince angel christian destiny harmony melody genesis"
                            + " justice liberty haven heaven nevada paris london jordan chance pace trinity miracle precious"
                            + " unique serenity patience charity constance violet lily daisy ivy olive ginger amber ruby pearl"
                            + " crystal jade opal holly heather robin wren jay martin guy don ken pat sue carol bell ball bush"
                            + " ford rush house church temple pope abbot walker taylor smith parker turner tanner archer marshall"
                            + " sergeant son sun moon read reader book law judge marks bond cash worth power law sharp swift rain"
                            + " snow frost waters lake ocean bay marina valley glen forest branch leaf reyes max miles trip skip"
                            + " rusty buddy gold silver gray grey blue red rice bean berry apple cherry peach plum lemon nelly"
                            + " an so do to in on no he she see me my you an a la el de mi go bo lee li le hung yes but her his"
                            + " than hoang bien son ha ho hang nga")
                    .split(" ")));

    private CommonWords() {}

    static boolean has(String folded) {
        return WORDS.contains(folded);
    }
}
