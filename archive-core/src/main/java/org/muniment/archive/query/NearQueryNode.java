package org.muniment.archive.query;

import java.util.List;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNodeImpl;
import org.apache.lucene.queryparser.flexible.core.parser.EscapeQuerySyntax;

/**
 * Two sides and how far apart they may be. The framework's own node for proximity overwrites the fields of its sides, which
 * would hide that they differ.
 */
final class NearQueryNode extends QueryNodeImpl {
    private final Token operator;

    NearQueryNode(QueryNode left, QueryNode right, Token operator) {
        this.operator = operator;
        allocate();
        setLeaf(false);
        add(List.of(left, right));
    }

    Token operator() {
        return operator;
    }

    @Override
    public CharSequence toQueryString(EscapeQuerySyntax escaper) {
        var sides = getChildren();
        return sides.get(0).toQueryString(escaper) + " " + operator.text() + " "
                + sides.get(1).toQueryString(escaper);
    }
}
