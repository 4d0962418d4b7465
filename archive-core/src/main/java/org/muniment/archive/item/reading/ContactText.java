package org.muniment.archive.item.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.archive.item.reading.VObjects.Component;
import org.muniment.archive.item.reading.VObjects.Property;

/** The people and organizations of vCard text in plain words (RFC 6350, and the older versions). */
final class ContactText {
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("FN", "Name"),
            Map.entry("N", "Parts of the name"),
            Map.entry("NICKNAME", "Nickname"),
            Map.entry("ORG", "Organization"),
            Map.entry("TITLE", "Job title"),
            Map.entry("ROLE", "Role"),
            Map.entry("EMAIL", "E-mail"),
            Map.entry("TEL", "Telephone"),
            Map.entry("ADR", "Address"),
            Map.entry("LABEL", "Address as printed"),
            Map.entry("URL", "Web page"),
            Map.entry("IMPP", "Instant messaging"),
            Map.entry("BDAY", "Birthday"),
            Map.entry("ANNIVERSARY", "Anniversary"),
            Map.entry("MEMBER", "Member"),
            Map.entry("RELATED", "Related"),
            Map.entry("CATEGORIES", "Categories"),
            Map.entry("NOTE", "Note"));
    private static final Set<String> SKIPPED =
            Set.of("UID", "REV", "PRODID", "VERSION", "PHOTO", "LOGO", "SOUND", "KEY", "CLIENTPIDMAP");

    private final List<Component> cards;

    ContactText(String text) {
        this.cards = VObjects.of(text).stream()
                .filter(one -> one.name().equals("VCARD"))
                .toList();
    }

    boolean isContact() {
        return !cards.isEmpty();
    }

    /** The first one's name, and how many more there are. */
    String subject() {
        String name = cards.isEmpty() ? "" : cards.getFirst().text("FN");
        return cards.size() > 1 ? name + " and " + (cards.size() - 1) + " more" : name;
    }

    String words() {
        return cards.stream().map(ContactText::card).collect(Collectors.joining("\n"));
    }

    private static String card(Component card) {
        StringBuilder out = new StringBuilder();
        for (Property property : card.properties()) {
            String value = property.text().replaceAll("(?<!\\\\);+", " ").strip();
            if (!SKIPPED.contains(property.name()) && !value.isBlank()) {
                String label = LABELS.getOrDefault(property.name(), property.name());
                out.append(label)
                        .append(types(property))
                        .append(": ")
                        .append(value)
                        .append('\n');
            }
        }
        return out.toString();
    }

    private static String types(Property property) {
        String types = property.parameters("TYPE").stream()
                .map(type -> type.toLowerCase(Locale.ROOT))
                .filter(type -> !type.equals("internet") && !type.equals("pref"))
                .collect(Collectors.joining(", "));
        return types.isEmpty() ? "" : " (" + types + ")";
    }
}
