package org.muniment.batch.produce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.review.Decision;
import org.muniment.archive.review.Part;
import org.muniment.batch.fixity.FixityCheck;
import org.springframework.jdbc.core.JdbcTemplate;

/** The check of an archive holds productions and what reviewers decided against the ledger. */
class ProductionVerifiedTest {
    @TempDir
    Path folder;

    private static List<String> faults(District district) {
        return new FixityCheck(district.archive, checked -> {})
                .run(OptionalInt.empty(), List.of()).faults().stream()
                        .map(fault -> fault.where())
                        .distinct()
                        .toList();
    }

    @Test
    void whatIsChangedBehindTheRegistersIsNamed() {
        try (District district = District.create(folder)) {
            district.plain(1, "The climber", "Milo Ashfeld fell.");
            district.plain(2, "The menu", "Soup and salad.");
            ItemId climber = district.item("The climber");
            ItemId menu = district.item("The menu");
            district.code(List.of(climber), Decision.EXEMPT_IN_PART, District.PUPIL);
            district.code(List.of(menu), Decision.RESPONSIVE);
            district.redact(climber, new Part.Body(), "Milo Ashfeld");
            district.produce(district.reviewed(ProductionFormat.PDF, "out"));
            assertThat(faults(district)).isEmpty();

            JdbcTemplate sql = new JdbcTemplate(district.archive.catalogue().writer());
            sql.update("update production_item set last = last + 1 where ordinal = 2");
            assertThat(faults(district)).containsExactly("production PR1");
            sql.update("update bates set next = next + 3");
            assertThat(faults(district)).containsExactly("production PR1", "numbers ACUSD");
            sql.update("delete from coding where item = ?", menu.value());
            sql.update("update redaction set place = '0-1'");
            assertThat(faults(district))
                    .containsExactlyInAnyOrder("production PR1", "numbers ACUSD", "item " + menu, "item " + climber);
        }
    }
}
