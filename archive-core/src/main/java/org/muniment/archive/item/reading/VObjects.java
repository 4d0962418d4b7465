package org.muniment.archive.item.reading;

import com.github.mangstadt.vinnie.VObjectParameters;
import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataListener;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The components of iCalendar and vCard text (RFC 5545, RFC 6350), with their properties in order; lenient. */
final class VObjects {
    private static final int MOST = 200_000;

    /**
     * A component: an event, a person, a time zone.
     *
     * @param name in upper case
     * @param path the names of those it is in and its own, joined by dots
     */
    record Component(String name, String path, List<Property> properties) {
        /** The first property of that name. */
        Optional<Property> first(String property) {
            return all(property).stream().findFirst();
        }

        List<Property> all(String property) {
            return properties.stream()
                    .filter(one -> one.name().equals(property))
                    .toList();
        }

        /** Its first value, in plain text; empty when it has none. */
        String text(String property) {
            return first(property).map(Property::text).orElse("");
        }
    }

    /**
     * A property.
     *
     * @param name in upper case
     * @param value as written, unfolded
     */
    record Property(String name, VObjectParameters parameters, String value) {
        /** The value without escapes. */
        String text() {
            return VObjectPropertyValues.unescape(value).strip();
        }

        /** Every value of a parameter. */
        List<String> parameters(String parameter) {
            List<String> found = parameters.get(parameter);
            return found == null ? List.of() : found;
        }

        /** The first value of a parameter; empty when it has none. */
        String parameter(String parameter) {
            String found = parameters.first(parameter);
            return found == null ? "" : found;
        }
    }

    private VObjects() {}

    /** Reads them, in the order in which they begin. */
    static List<Component> of(String text) {
        Listener listener = new Listener();
        SyntaxRules rules = text.contains("BEGIN:VCARD") ? SyntaxRules.vcard() : SyntaxRules.iCalendar();
        try (VObjectReader reader = new VObjectReader(new StringReader(text), rules)) {
            reader.parse(listener);
        } catch (IOException | RuntimeException e) {
            listener.broken = true;
        }
        return listener.broken ? List.of() : listener.components;
    }

    private static final class Listener implements VObjectDataListener {
        private final List<Component> components = new ArrayList<>();
        private final List<Component> open = new ArrayList<>();
        private int properties;
        private boolean broken;

        @Override
        public void onComponentBegin(String name, Context context) {
            String upper = name.toUpperCase(Locale.ROOT);
            String path = open.isEmpty() ? upper : open.getLast().path() + "." + upper;
            Component component = new Component(upper, path, new ArrayList<>());
            components.add(component);
            open.add(component);
        }

        @Override
        public void onComponentEnd(String name, Context context) {
            if (!open.isEmpty()) {
                open.removeLast();
            }
        }

        @Override
        public void onProperty(VObjectProperty property, Context context) {
            if (!open.isEmpty() && properties++ < MOST) {
                String name = property.getName().toUpperCase(Locale.ROOT);
                open.getLast().properties().add(new Property(name, property.getParameters(), property.getValue()));
            }
            broken |= properties > MOST;
        }

        @Override
        public void onVersion(String value, Context context) {
            // every version is read alike
        }

        @Override
        public void onWarning(
                Warning warning, @Nullable VObjectProperty property, @Nullable Exception exception, Context context) {
            // what is no property is no fact either; the object has it
        }
    }
}
