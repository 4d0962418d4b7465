package org.muniment.archive.query;

import java.util.List;
import org.muniment.archive.query.ItemQuery.All;
import org.muniment.archive.query.ItemQuery.And;
import org.muniment.archive.query.ItemQuery.Between;
import org.muniment.archive.query.ItemQuery.Is;
import org.muniment.archive.query.ItemQuery.Leaf;
import org.muniment.archive.query.ItemQuery.Not;
import org.muniment.archive.query.ItemQuery.Or;

/**
 * Three-valued logic (Kleene's) by rewriting: a leaf that is not met on an item whose text or date is not known is
 * neither true nor false. A leaf that is met is true however little was read.
 */
final class Doubt {
    private static final ItemQuery PARTLY = new Is(Field.INDEXED, "partly");
    private static final ItemQuery NOT = new Is(Field.INDEXED, "not");

    private Doubt() {}

    static ItemQuery relaxed(ItemQuery query) {
        return switch (query) {
            case All all -> all;
            case And and -> new And(and.parts().stream().map(Doubt::relaxed).toList());
            case Or or -> new Or(or.parts().stream().map(Doubt::relaxed).toList());
            case Not not -> new Not(certain(not.part()));
            case Leaf leaf -> orUnknown(leaf);
        };
    }

    static ItemQuery certain(ItemQuery query) {
        return switch (query) {
            case All all -> all;
            case And and -> new And(and.parts().stream().map(Doubt::certain).toList());
            case Or or -> new Or(or.parts().stream().map(Doubt::certain).toList());
            case Not not -> new Not(relaxed(not.part()));
            case Leaf leaf -> leaf;
        };
    }

    private static ItemQuery orUnknown(Leaf leaf) {
        return switch (leaf.field()) {
            case TEXT, SUBJECT, BODY, ATTACHMENT, FILENAME, HAS, FILE_TYPE, DIGEST ->
                new Or(List.of(leaf, PARTLY, NOT));
            case FROM, CALLER, TO, CC, BCC, RECIPIENT, PARTICIPANT, MESSAGE_ID, DUPLICATE, URL ->
                new Or(List.of(leaf, NOT));
            case SENT, RECEIVED -> new Or(List.of(leaf, new Not(known((Between) leaf))));
            case CUSTODIAN, FOLDER, KIND, INDEXED, SIZE, ID -> leaf;
        };
    }

    private static Between known(Between leaf) {
        return switch (leaf.range()) {
            case Range.Days days -> new Between(leaf.field(), new Range.Days(null, null, days.zone()));
            case Range.Bytes bytes -> leaf;
        };
    }
}
