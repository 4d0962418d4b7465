package org.muniment.archive.disposition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code plan}. */
final class PlanRows {
    private static final String SELECT = """
            select p.number, p.stage, p.as_of, p.series, p.unattended, p.officer, p.proposed, p.schedule, p.items,
                p.class_two, p.list, p.second, p.meeting, p.reference, p.standing_authority, p.approved, p.condemned,
                p.grace_ends, p.finished, a.number as a_number, a.series as a_series, a.signed as a_signed,
                a.lapses as a_lapses, a.officer as a_officer, a.second as a_second, a.revoked as a_revoked
            from plan p left join standing_authority a on a.number = p.standing_authority
            where p.stage <> 'DRAFT' and\
            """;

    private final JdbcTemplate jdbc;

    PlanRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    PlanId draft(PlanRequest request, long schedule) {
        Long number = jdbc.queryForObject(
                "insert into plan (number, stage, as_of, series, unattended, officer, proposed, schedule, items,"
                        + " class_two, list) select coalesce(max(number), 0) + 1, 'DRAFT', cast(? as bigint), ?,"
                        + " cast(? as integer), ?, cast(? as bigint), cast(? as bigint), 0, 0, '' from plan"
                        + " returning number",
                Long.class,
                request.asOf().toEpochDay(),
                Rows.series(request.series()),
                request.unattended() ? 1 : 0,
                request.by().name(),
                request.at().toEpochMilli(),
                schedule);
        if (number == null) {
            throw new IllegalStateException("The plan got no number");
        }
        return PlanId.of(number);
    }

    /** What interrupted planning left goes: nobody ever saw it. */
    void removeDrafts() {
        for (String table : List.of("plan_line", "plan_refusal", "plan_refusal_count")) {
            jdbc.update("delete from " + table + " where plan in (select number from plan where stage = 'DRAFT')");
        }
        jdbc.update("delete from plan where stage = 'DRAFT'");
    }

    void freeze(PlanId plan, long items, long classTwo, Digest list) {
        change(
                "update plan set stage = 'PROPOSED', items = ?, class_two = ?, list = ? where number = ?",
                plan,
                items,
                classTwo,
                list.hex());
    }

    void approve(PlanId plan, Approval approval) {
        switch (approval) {
            case Approval.Listed listed ->
                change(
                        "update plan set stage = 'APPROVED', second = ?, meeting = ?, reference = ?, approved = ? where number = ?",
                        plan,
                        listed.second().name(),
                        listed.action().meeting().toEpochDay(),
                        listed.action().reference(),
                        listed.at().toEpochMilli());
            case Approval.Standing standing ->
                change(
                        "update plan set stage = 'APPROVED', standing_authority = ?, approved = ? where number = ?",
                        plan,
                        AuthorityRow.number(standing.authority().id()),
                        standing.at().toEpochMilli());
        }
    }

    void condemn(PlanId plan, Instant at, LocalDate graceEnds) {
        change(
                "update plan set stage = 'CONDEMNED', condemned = ?, grace_ends = ? where number = ?",
                plan,
                at.toEpochMilli(),
                graceEnds.toEpochDay());
    }

    void clear(PlanId plan, Instant until) {
        change("update plan set cleared = ? where number = ?", plan, until.toEpochMilli());
    }

    boolean clearedAt(PlanId plan, Instant at) {
        return !jdbc.queryForList(
                        "select number from plan where number = ? and cleared > ?",
                        Long.class,
                        plan.number(),
                        at.toEpochMilli())
                .isEmpty();
    }

    void finishIfDone(PlanId plan, Instant at) {
        jdbc.update(
                "update plan set stage = 'FINISHED', finished = ? where number = ? and stage <> 'FINISHED' and not exists"
                        + " (select 1 from plan_line where plan = ? and state in ('OPEN', 'DESTROYING'))",
                at.toEpochMilli(),
                plan.number(),
                plan.number());
    }

    private void change(String update, PlanId plan, Object... values) {
        Object[] all = java.util.Arrays.copyOf(values, values.length + 1);
        all[values.length] = plan.number();
        if (jdbc.update(update, all) != 1) {
            throw new IllegalStateException("There is no plan " + plan);
        }
    }

    /** The plan as the caller's transaction sees it; nobody else changes it until that ends. */
    Plan lock(PlanId plan) {
        jdbc.update("update plan set number = number where number = ?", plan.number());
        return find(plan).orElseThrow(() -> new DispositionRefused("There is no plan " + plan + "."));
    }

    /** Nobody revokes it until the caller's transaction ends. */
    void lockAuthority(String authority) {
        jdbc.update("update standing_authority set number = number where number = ?", AuthorityRow.number(authority));
    }

    Optional<Plan> find(PlanId plan) {
        return query("p.number = ?", plan.number()).stream().findFirst();
    }

    List<Plan> query(String condition, Object... values) {
        return jdbc.query(SELECT + " " + condition, (row, at) -> plan(row), values);
    }

    private static Plan plan(ResultSet row) throws SQLException {
        return new Plan(
                PlanId.of(row.getLong("number")),
                new PlanRequest(
                        Rows.day(row, "as_of"),
                        Rows.series(row.getString("series")),
                        row.getInt("unattended") == 1,
                        new Officer(row.getString("officer")),
                        Rows.instant(row, "proposed")),
                row.getLong("schedule"),
                row.getLong("items"),
                row.getLong("class_two"),
                new Digest(row.getString("list")),
                stage(row, approval(row)));
    }

    private static Plan.Stage stage(ResultSet row, @Nullable Approval approval) throws SQLException {
        String stage = row.getString("stage");
        if (stage.equals("FINISHED")) {
            return new Plan.Stage.Finished(approval, Rows.instant(row, "finished"));
        }
        if (approval == null) {
            return new Plan.Stage.Proposed();
        }
        return stage.equals("CONDEMNED")
                ? new Plan.Stage.Condemned(approval, Rows.instant(row, "condemned"), Rows.day(row, "grace_ends"))
                : new Plan.Stage.Approved(approval);
    }

    private static @Nullable Approval approval(ResultSet row) throws SQLException {
        String second = row.getString("second");
        if (second != null) {
            return new Approval.Listed(
                    new Officer(row.getString("officer")),
                    new Officer(second),
                    new BoardAction(Rows.day(row, "meeting"), row.getString("reference")),
                    Rows.instant(row, "approved"));
        }
        row.getLong("standing_authority");
        return row.wasNull()
                ? null
                : new Approval.Standing(AuthorityRow.from(row, "a_"), Rows.instant(row, "approved"));
    }
}
