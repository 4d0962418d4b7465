package org.muniment.archive.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of people: as many as a district has employees, few enough to be read whole. */
final class PersonRows {
    private final JdbcTemplate jdbc;

    PersonRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody, in the order of being taken over. */
    List<Person> all() {
        Map<Long, List<String>> addresses = new HashMap<>();
        jdbc.query("select person, address from person_address order by person, ordinal", row -> {
            addresses.computeIfAbsent(row.getLong(1), any -> new ArrayList<>()).add(row.getString(2));
        });
        Long imports = jdbc.queryForObject("select imports from people_count where one = 1", Long.class);
        long latest = imports == null ? 0 : imports;
        return jdbc.query(
                "select number, employee, name, role, site, hired, separated, seen from person order by number",
                (row, at) -> person(row, addresses.getOrDefault(row.getLong(1), List.of()), latest));
    }

    private static Person person(ResultSet row, List<String> addresses, long latest) throws SQLException {
        return new Person(
                PersonId.of(row.getLong(1)),
                row.getString(2),
                row.getString(3),
                addresses,
                row.getString(4),
                row.getString(5),
                day(row, 6),
                day(row, 7),
                row.getLong(8) == latest);
    }

    private static @Nullable LocalDate day(ResultSet row, int column) throws SQLException {
        long day = row.getLong(column);
        return row.wasNull() ? null : LocalDate.ofEpochDay(day);
    }

    private static @Nullable Long day(@Nullable LocalDate day) {
        return day == null ? null : day.toEpochDay();
    }

    Optional<Person> find(PersonId person) {
        return all().stream().filter(one -> one.id().equals(person)).findFirst();
    }

    Optional<Person> find(String address) {
        return all().stream().filter(one -> one.addresses().contains(address)).findFirst();
    }

    /** The next number of a kind; until the transaction ends nobody else changes the directory. */
    long next(String counter) {
        Long number = jdbc.queryForObject(
                "update people_count set " + counter + " = " + counter + " + 1 where one = 1 returning " + counter,
                Long.class);
        if (number == null) {
            throw new IllegalStateException("The catalogue has no count of people");
        }
        return number;
    }

    /** Makes everyone else who changes the directory wait until the transaction ends. */
    void lock() {
        jdbc.update("update people_count set people = people where one = 1");
    }

    void add(Person person, long seen) {
        jdbc.update(
                "insert into person (number, employee, name, role, site, hired, separated, seen)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                person.id().number(),
                person.employee(),
                person.name(),
                person.role(),
                person.site(),
                day(person.hired()),
                day(person.separated()),
                seen);
        addAddresses(person, 0);
    }

    /** Writes a person anew; addresses are only ever added. */
    void change(Person person, int knownAddresses) {
        jdbc.update(
                "update person set employee = ?, name = ?, role = ?, site = ?, hired = ?, separated = ? where number = ?",
                person.employee(),
                person.name(),
                person.role(),
                person.site(),
                day(person.hired()),
                day(person.separated()),
                person.id().number());
        addAddresses(person, knownAddresses);
    }

    private void addAddresses(Person person, int known) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = known; i < person.addresses().size(); i++) {
            rows.add(new Object[] {person.addresses().get(i), person.id().number(), i});
        }
        jdbc.batchUpdate("insert into person_address (address, person, ordinal) values (?, ?, ?)", rows);
    }

    void seen(List<Person> people, long number) {
        jdbc.batchUpdate(
                "update person set seen = ? where number = ?",
                people.stream()
                        .map(one -> new Object[] {number, one.id().number()})
                        .toList());
    }
}
