package org.muniment.archive.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerkleTreeTest {
    /** The eight leaves that the implementations of Certificate Transparency are tested with. */
    private static final List<Hash> EIGHT = Trees.leaves(Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .toList());

    private static String hex(Hash hash) {
        return HexFormat.of().formatHex(hash.bytes());
    }

    private static List<String> hex(List<Hash> hashes) {
        return hashes.stream().map(MerkleTreeTest::hex).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void theRootsOfTheKnownTreesAreThePublishedOnes(int size, String root) {
        assertThat(hex(MerkleTree.root(size, Trees.nodes(EIGHT)))).isEqualTo(root);
    }

    @Test
    void theInclusionProofsOfTheKnownTreesAreThePublishedOnes() {
        assertThat(hex(MerkleTree.inclusion(0, 8, Trees.nodes(EIGHT))))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(hex(MerkleTree.inclusion(5, 8, Trees.nodes(EIGHT))))
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(hex(MerkleTree.inclusion(2, 3, Trees.nodes(EIGHT))))
                .containsExactly("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
        assertThat(MerkleTree.inclusion(0, 1, Trees.nodes(EIGHT))).isEmpty();
    }

    @Test
    void theConsistencyProofsOfTheKnownTreesAreThePublishedOnes() {
        assertThat(hex(MerkleTree.consistency(1, 8, Trees.nodes(EIGHT))))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(hex(MerkleTree.consistency(6, 8, Trees.nodes(EIGHT))))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(hex(MerkleTree.consistency(2, 5, Trees.nodes(EIGHT))))
                .containsExactly(
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    }

    @Test
    void everyProofOfEverySmallTreeHoldsAndNoOtherPlaceDoes() {
        List<Hash> leaves = numbered(40);
        MerkleTree.Nodes nodes = Trees.nodes(leaves);
        for (int size = 1; size <= leaves.size(); size++) {
            Hash root = Trees.naiveRoot(leaves.subList(0, size));
            assertThat(MerkleTree.root(size, nodes)).isEqualTo(root);
            for (int index = 0; index < size; index++) {
                List<Hash> proof = MerkleTree.inclusion(index, size, nodes);
                int from = size;
                int at = index;
                assertThat(LongStream.range(0, size)
                                .filter(i -> MerkleTree.includes(root, from, leaves.get(at), i, proof)))
                        .containsExactly((long) index);
            }
            for (int older = 0; older <= size; older++) {
                Hash olderRoot = Trees.naiveRoot(leaves.subList(0, older));
                List<Hash> proof = MerkleTree.consistency(older, size, nodes);
                assertThat(MerkleTree.extendsTree(older, olderRoot, size, root, proof))
                        .isTrue();
                assertThat(MerkleTree.extendsTree(older, leaves.getLast(), size, root, proof))
                        .isFalse();
                assertThat(MerkleTree.extendsTree(older, olderRoot, size, leaves.getLast(), proof))
                        .isEqualTo(older == 0 && size > 0 && proof.isEmpty());
            }
        }
    }

    @Test
    void treesOfRandomSizesAreThoseOfTheDefinition() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Hash> leaves = numbered(70_000);
        MerkleTree.Nodes nodes = Trees.nodes(leaves);
        for (int round = 0; round < 12; round++) {
            int size = 1 + random.nextInt(round < 6 ? 1000 : leaves.size());
            Hash root = Trees.naiveRoot(leaves.subList(0, size));
            assertThat(MerkleTree.root(size, nodes))
                    .as("seed %d size %d", seed, size)
                    .isEqualTo(root);
            int index = random.nextInt(size);
            List<Hash> proof = MerkleTree.inclusion(index, size, nodes);
            assertThat(MerkleTree.includes(root, size, leaves.get(index), index, proof))
                    .as("seed %d size %d index %d", seed, size, index)
                    .isTrue();
            int older = 1 + random.nextInt(size);
            Hash olderRoot = Trees.naiveRoot(leaves.subList(0, older));
            assertThat(MerkleTree.extendsTree(older, olderRoot, size, root, MerkleTree.consistency(older, size, nodes)))
                    .as("seed %d size %d older %d", seed, size, older)
                    .isTrue();
        }
    }

    @Test
    void aProofWithAStepChangedRemovedOrAddedDoesNotHold() {
        List<Hash> leaves = numbered(1000);
        MerkleTree.Nodes nodes = Trees.nodes(leaves);
        Hash root = MerkleTree.root(1000, nodes);
        List<Hash> proof = MerkleTree.inclusion(700, 1000, nodes);
        for (int i = 0; i < proof.size(); i++) {
            List<Hash> changed = new ArrayList<>(proof);
            changed.set(i, MerkleTree.EMPTY);
            List<Hash> shorter = new ArrayList<>(proof);
            shorter.remove(i);
            List<Hash> longer = new ArrayList<>(proof);
            longer.add(i, proof.get(i));
            assertThat(Stream.of(changed, shorter, longer))
                    .noneMatch(wrong -> MerkleTree.includes(root, 1000, leaves.get(700), 700, wrong));
        }
    }

    @Test
    void aTreeOf70000LeavesHasTheTilesOfTheSpecification() {
        List<Tile> tiles = Trees.tiles(numbered(70_000));
        assertThat(tiles.stream().filter(t -> t.level() == 0 && t.isFull())).hasSize(273);
        assertThat(tiles.stream().filter(t -> t.level() == 1 && t.isFull())).hasSize(1);
        assertThat(tiles.stream()
                        .filter(t -> !t.isFull())
                        .map(t -> t.name() + " " + t.hashes().size()))
                .containsExactly("tile 0/273 112", "tile 1/1 17", "tile 2/0 1");
    }

    @Test
    void anEdgeTakenUpAgainGoesOnAsIfItHadNotBeenLeft() {
        List<Hash> leaves = numbered(600);
        for (int cut : new int[] {0, 1, 255, 256, 257, 511, 512, 600}) {
            RightEdge before = new RightEdge();
            leaves.subList(0, cut).forEach(leaf -> before.add(leaf, full -> {}));
            RightEdge after = before.copy();
            leaves.subList(cut, 600).forEach(leaf -> after.add(leaf, full -> {}));
            assertThat(before.root()).isEqualTo(Trees.naiveRoot(leaves.subList(0, cut)));
            assertThat(after.root()).isEqualTo(Trees.naiveRoot(leaves));
        }
    }

    @Test
    void aLeafOutsideTheTreeHasNoProof() {
        MerkleTree.Nodes nodes = Trees.nodes(EIGHT);
        assertThatThrownBy(() -> MerkleTree.inclusion(8, 8, nodes)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.inclusion(-1, 8, nodes)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.consistency(9, 8, nodes)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Hash> numbered(int count) {
        return Trees.leaves(IntStream.range(0, count)
                .mapToObj(i -> ByteBuffer.allocate(4).putInt(i).array())
                .toList());
    }
}
