package org.muniment.archive.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree hashing of RFC 6962 §2.1 (unchanged in RFC 9162 §2.1) over SHA-256: roots, inclusion and consistency
 * proofs, and their verification. Pure: it stores nothing and reads hashes through {@link Nodes}.
 */
public final class MerkleTree {
    /** The root of the tree without entries. */
    public static final Hash EMPTY = Hash.of(Hash.sha256().digest(), 0);

    /** Gives the hashes of complete subtrees: {@code 2^height} leaves from {@code position * 2^height} on. */
    public interface Nodes {
        Hash subtree(int height, long position);
    }

    private MerkleTree() {}

    /** The hash of an entry as a leaf. */
    public static Hash leaf(byte[] entry) {
        return Hash.sha256((byte) 0, entry);
    }

    /** The hash over two neighbours. */
    public static Hash node(Hash left, Hash right) {
        return Hash.node((byte) 1, left, right);
    }

    /** The root of the first {@code size} leaves. */
    public static Hash root(long size, Nodes nodes) {
        return size == 0 ? EMPTY : range(0, size, nodes);
    }

    /** The proof that leaf {@code index} is in the tree of {@code size} leaves, from the leaf's sibling upward. */
    public static List<Hash> inclusion(long index, long size, Nodes nodes) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("A tree of " + size + " has no leaf " + index);
        }
        List<Hash> proof = new ArrayList<>();
        path(index, 0, size, nodes, proof);
        return List.copyOf(proof);
    }

    /** The proof that the tree of {@code size} leaves begins with the tree of {@code older} leaves. */
    public static List<Hash> consistency(long older, long size, Nodes nodes) {
        if (older < 0 || older > size) {
            throw new IllegalArgumentException("A tree of " + size + " does not begin with one of " + older);
        }
        List<Hash> proof = new ArrayList<>();
        if (older > 0 && older < size) {
            subproof(older, 0, size, true, nodes, proof);
        }
        return List.copyOf(proof);
    }

    /** Whether the proof leads from the leaf to the root (RFC 9162 §2.1.3.2). */
    public static boolean includes(Hash root, long size, Hash leaf, long index, List<Hash> proof) {
        if (index < 0 || index >= size) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        Hash reached = leaf;
        for (Hash step : proof) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                reached = node(step, reached);
                int skip = (fn & 1) == 1 ? 0 : Long.numberOfTrailingZeros(fn);
                fn >>= skip;
                sn >>= skip;
            } else {
                reached = node(reached, step);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && reached.equals(root);
    }

    /** Whether the proof shows that the newer tree begins with the older one (RFC 9162 §2.1.4.2). */
    public static boolean extendsTree(long older, Hash olderRoot, long newer, Hash newerRoot, List<Hash> proof) {
        if (older < 0 || older > newer) {
            return false;
        }
        if (older == newer || older == 0) {
            Hash expected = older == 0 ? EMPTY : newerRoot;
            return proof.isEmpty() && olderRoot.equals(expected);
        }
        List<Hash> path = new ArrayList<>(proof);
        if (Long.bitCount(older) == 1) {
            path.addFirst(olderRoot);
        }
        return !path.isEmpty() && leadsToBoth(older, olderRoot, newer, newerRoot, path);
    }

    private static boolean leadsToBoth(long older, Hash olderRoot, long newer, Hash newerRoot, List<Hash> path) {
        int shared = Long.numberOfTrailingZeros(~(older - 1));
        long fn = (older - 1) >> shared;
        long sn = (newer - 1) >> shared;
        Hash first = path.getFirst();
        Hash second = path.getFirst();
        for (Hash step : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                first = node(step, first);
                second = node(step, second);
                int skip = (fn & 1) == 1 ? 0 : Long.numberOfTrailingZeros(fn);
                fn >>= skip;
                sn >>= skip;
            } else {
                second = node(second, step);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && first.equals(olderRoot) && second.equals(newerRoot);
    }

    private static Hash range(long from, long to, Nodes nodes) {
        long size = to - from;
        if (Long.bitCount(size) == 1) {
            int height = Long.numberOfTrailingZeros(size);
            return nodes.subtree(height, from >> height);
        }
        long middle = from + split(size);
        return node(range(from, middle, nodes), range(middle, to, nodes));
    }

    private static void path(long index, long from, long to, Nodes nodes, List<Hash> proof) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            path(index, from, middle, nodes, proof);
            proof.add(range(middle, to, nodes));
        } else {
            path(index, middle, to, nodes, proof);
            proof.add(range(from, middle, nodes));
        }
    }

    private static void subproof(long older, long from, long to, boolean whole, Nodes nodes, List<Hash> proof) {
        if (older == to) {
            if (!whole) {
                proof.add(range(from, to, nodes));
            }
            return;
        }
        long middle = from + split(to - from);
        if (older <= middle) {
            subproof(older, from, middle, whole, nodes, proof);
            proof.add(range(middle, to, nodes));
        } else {
            subproof(older, middle, to, false, nodes, proof);
            proof.add(range(from, middle, nodes));
        }
    }

    /** The largest power of two below {@code size}, which is at least 2. */
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
