package org.muniment.archive.item.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.reading.VObjects.Component;
import org.muniment.archive.item.reading.VObjects.Property;

/**
 * Events, tasks and diary entries of iCalendar text in plain words (RFC 5545, RFC 5546): times as they were entered, with
 * their zone.
 */
final class CalendarText {
    private static final Set<String> ENTRIES = Set.of("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY");
    private static final Map<String, String> METHODS = Map.of(
            "REQUEST", "Invitation or change",
            "REPLY", "Answer to an invitation",
            "CANCEL", "Cancellation",
            "COUNTER", "Other time proposed",
            "DECLINECOUNTER", "Proposed time declined",
            "REFRESH", "Asks for the latest version",
            "ADD", "More dates",
            "PUBLISH", "Published");
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("SUMMARY", "What"),
            Map.entry("DTSTART", "Start"),
            Map.entry("DTEND", "End"),
            Map.entry("DUE", "Due"),
            Map.entry("DURATION", "Lasts"),
            Map.entry("COMPLETED", "Completed"),
            Map.entry("LOCATION", "Where"),
            Map.entry("ORGANIZER", "Organizer"),
            Map.entry("ATTENDEE", "Attendee"),
            Map.entry("CONTACT", "Contact"),
            Map.entry("RRULE", "Repeats"),
            Map.entry("RDATE", "Also on"),
            Map.entry("EXDATE", "Not on"),
            Map.entry("RECURRENCE-ID", "Instead of"),
            Map.entry("STATUS", "Status"),
            Map.entry("PERCENT-COMPLETE", "Done in per cent"),
            Map.entry("CATEGORIES", "Categories"),
            Map.entry("CLASS", "Class"),
            Map.entry("PRIORITY", "Priority"),
            Map.entry("RESOURCES", "Resources"),
            Map.entry("URL", "Address"),
            Map.entry("FREEBUSY", "Busy"),
            Map.entry("COMMENT", "Comment"),
            Map.entry("ATTACH", "Attached"),
            Map.entry("DESCRIPTION", "Description"));
    /** For programs only. */
    private static final Set<String> SKIPPED = Set.of(
            "UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP", "X-ALT-DESC", "PRODID", "VERSION");

    private static final Pattern TIME = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})(\\d{2})(Z?))?");

    private final List<Component> components;

    CalendarText(String text) {
        this.components = VObjects.of(text);
    }

    /** Whether it holds a calendar at all. */
    boolean isCalendar() {
        return components.stream().anyMatch(one -> one.name().equals("VCALENDAR"));
    }

    private List<Component> entries() {
        return components.stream().filter(one -> ENTRIES.contains(one.name())).toList();
    }

    private Optional<Component> calendar() {
        return components.stream().filter(one -> one.name().equals("VCALENDAR")).findFirst();
    }

    /** In words; empty when nothing could be read. */
    String words() {
        StringBuilder out = new StringBuilder();
        calendar().ifPresent(calendar -> {
            String method = calendar.text("METHOD").toUpperCase(Locale.ROOT);
            line(out, "Calendar", calendar.text("X-WR-CALNAME"));
            line(out, "Message", METHODS.getOrDefault(method, method));
        });
        for (Component entry : entries()) {
            if (!out.isEmpty()) {
                out.append('\n');
            }
            entry(out, entry);
        }
        return out.toString();
    }

    private static void entry(StringBuilder out, Component entry) {
        entry.first("SUMMARY").ifPresent(what -> line(out, "What", what.text()));
        for (Property property : entry.properties()) {
            if (!property.name().equals("SUMMARY") && !SKIPPED.contains(property.name())) {
                String label = LABELS.getOrDefault(property.name(), property.name());
                line(out, label, value(property));
            }
        }
    }

    private static void line(StringBuilder out, String label, String value) {
        if (!value.isBlank()) {
            out.append(label).append(": ").append(value.strip()).append('\n');
        }
    }

    private static String value(Property property) {
        return switch (property.name()) {
            case "DTSTART", "DTEND", "DUE", "COMPLETED", "RECURRENCE-ID", "RDATE", "EXDATE", "FREEBUSY" ->
                times(property);
            case "ORGANIZER", "ATTENDEE" -> person(property);
            case "RRULE" -> rule(property.value());
            case "ATTACH" -> property.parameter("ENCODING").isEmpty() ? property.text() : "a file";
            default -> property.text();
        };
    }

    private static String times(Property property) {
        String zone = property.parameter("TZID");
        Matcher matcher = TIME.matcher(property.value());
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            out.append(out.isEmpty() ? "" : ", ")
                    .append(matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3));
            if (matcher.group(4) != null) {
                out.append(" " + matcher.group(4) + ":" + matcher.group(5));
                boolean utc = "Z".equals(matcher.group(7));
                out.append(utc ? " UTC" : zone.isEmpty() ? "" : " (" + zone + ")");
            }
        }
        return out.isEmpty() ? property.text() : out.toString();
    }

    private static String person(Property property) {
        String address = address(property);
        String name = property.parameter("CN");
        String answer = property.parameter("PARTSTAT").toLowerCase(Locale.ROOT);
        String role = property.parameter("ROLE").toLowerCase(Locale.ROOT);
        return (name.isEmpty() || name.equals(address) ? address : name + " <" + address + ">")
                + (answer.isEmpty() ? "" : ", " + answer.replace('-', ' '))
                + (role.isEmpty() || role.equals("req-participant") ? "" : ", " + role.replace('-', ' '));
    }

    private static String address(Property property) {
        String mail = property.parameter("EMAIL");
        String value = property.text();
        return mail.isEmpty() ? value.replaceFirst("(?i)^mailto:", "") : mail;
    }

    /** The rule's own terms, set apart: {@code every week, byday MO}. */
    private static String rule(String rule) {
        return rule.toLowerCase(Locale.ROOT)
                .replace("freq=", "")
                .replace(";", ", ")
                .replace('=', ' ');
    }

    /** Who organizes the first entry that says it. */
    List<Address> organizers() {
        return people("ORGANIZER").stream().limit(1).toList();
    }

    List<Address> attendees() {
        return people("ATTENDEE");
    }

    private List<Address> people(String property) {
        List<Address> found = new ArrayList<>();
        for (Component entry : entries()) {
            for (Property one : entry.all(property)) {
                String address = address(one);
                String name = one.parameter("CN");
                boolean somebody = !address.isBlank() || !name.isBlank();
                if (somebody && found.size() < 10_000) {
                    found.add(new Address(name, address));
                }
            }
        }
        return found.stream().distinct().toList();
    }

    /** What the first entry is about, or the calendar's name where it holds many. */
    String subject() {
        String name = calendar().map(one -> one.text("X-WR-CALNAME")).orElse("");
        List<Component> entries = entries();
        String first = entries.stream()
                .map(one -> one.text("SUMMARY"))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        return entries.size() > 1 && !name.isBlank() ? name : first.isBlank() ? name : first;
    }

    /** When the first entry was written: {@code DTSTAMP}, a time in UTC; empty when not told. */
    String stamp() {
        return entries().stream()
                .map(one -> one.first("DTSTAMP").map(Property::value).orElse(""))
                .filter(value -> value.matches("\\d{8}T\\d{6}Z"))
                .findFirst()
                .orElse("");
    }

    /** The identity of the first entry. */
    String uid() {
        return entries().stream()
                .map(one -> one.text("UID"))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
