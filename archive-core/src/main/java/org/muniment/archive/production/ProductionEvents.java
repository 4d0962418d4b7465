package org.muniment.archive.production;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.store.Digest;

/** What the ledger notes of a production's steps. */
final class ProductionEvents {
    private ProductionEvents() {}

    static CustodyEvent.ProductionOrdered ordered(ProductionId id, ProductionOrder order) {
        ProductionId replaces = order.replaces();
        return new CustodyEvent.ProductionOrdered(
                order.at(),
                id.value(),
                order.format().name(),
                Digest.of((order.about() + "\n" + order.query()).getBytes(StandardCharsets.UTF_8))
                        .hex(),
                replaces == null ? "" : replaces.value(),
                order.by().name());
    }

    /** @param list digest of what it says of each item */
    static CustodyEvent.ProductionBuilt built(ProductionId id, Production.Bundle bundle, Digest list) {
        return new CustodyEvent.ProductionBuilt(
                bundle.at(),
                id.value(),
                bundle.range().first().toString(),
                bundle.range().last().toString(),
                bundle.range().pages() - bundle.pages(),
                bundle.documents(),
                bundle.items(),
                list.hex(),
                bundle.file().hex(),
                bundle.manifest().hex(),
                stamp(bundle.timeStamp()));
    }

    private static String stamp(String token) {
        return token.isEmpty()
                ? ""
                : Digest.of(Base64.getDecoder().decode(token)).hex();
    }

    static CustodyEvent.ProductionChecked checked(
            ProductionId id, Production.Bundle bundle, Officer second, Instant at) {
        return new CustodyEvent.ProductionChecked(at, id.value(), bundle.file().hex(), second.name());
    }

    static CustodyEvent.ProductionReleased released(ProductionId id, Production.Bundle bundle, Officer by, Instant at) {
        return new CustodyEvent.ProductionReleased(at, id.value(), bundle.file().hex(), by.name());
    }

    /** @param lost the numbers that are lost with it; null for none */
    static CustodyEvent.ProductionAbandoned abandoned(
            ProductionId id, @Nullable BatesRange lost, Officer by, Instant at) {
        return new CustodyEvent.ProductionAbandoned(
                at,
                id.value(),
                lost == null ? "" : lost.first().toString(),
                lost == null ? "" : lost.last().toString(),
                by.name());
    }
}
