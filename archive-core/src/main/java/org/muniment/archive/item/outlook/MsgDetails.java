package org.muniment.archive.item.outlook;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.muniment.archive.item.outlook.OutlookMessage.Detail;

/** What only appointments, contacts, tasks and diary entries have, in words (MS-OXOCAL, MS-OXOCNTC, MS-OXOTASK). */
final class MsgDetails {
    private static final List<String> TASK_STATES =
            List.of("not started", "in progress", "complete", "waiting for someone else", "deferred");
    /** Standard properties of a contact, in the order of a form. */
    private static final List<Map.Entry<Integer, String>> CONTACT = List.of(
            Map.entry(0x3001, "Name"),
            Map.entry(0x3A45, "Title"),
            Map.entry(0x3A06, "Given name"),
            Map.entry(0x3A44, "Middle name"),
            Map.entry(0x3A11, "Surname"),
            Map.entry(0x3A05, "Generation"),
            Map.entry(0x3A4F, "Nickname"),
            Map.entry(0x3A16, "Company"),
            Map.entry(0x3A18, "Department"),
            Map.entry(0x3A17, "Job title"),
            Map.entry(0x3A46, "Profession"),
            Map.entry(0x3A19, "Office"),
            Map.entry(0x3A4E, "Manager"),
            Map.entry(0x3A30, "Assistant"),
            Map.entry(0x3A48, "Spouse"),
            Map.entry(0x3A08, "Business telephone"),
            Map.entry(0x3A1B, "Second business telephone"),
            Map.entry(0x3A57, "Company telephone"),
            Map.entry(0x3A09, "Home telephone"),
            Map.entry(0x3A2F, "Second home telephone"),
            Map.entry(0x3A1C, "Mobile telephone"),
            Map.entry(0x3A1D, "Radio telephone"),
            Map.entry(0x3A1E, "Car telephone"),
            Map.entry(0x3A1F, "Other telephone"),
            Map.entry(0x3A1A, "Primary telephone"),
            Map.entry(0x3A2E, "Assistant's telephone"),
            Map.entry(0x3A02, "Callback telephone"),
            Map.entry(0x3A21, "Pager"),
            Map.entry(0x3A24, "Business fax"),
            Map.entry(0x3A25, "Home fax"),
            Map.entry(0x3A23, "Primary fax"),
            Map.entry(0x3A15, "Postal address"),
            Map.entry(0x3A51, "Business web page"),
            Map.entry(0x3A50, "Personal web page"),
            Map.entry(0x3A43, "Hobbies"));

    private final Properties properties;
    private final NamedProperties names;
    private final List<Detail> details = new ArrayList<>();

    MsgDetails(Properties properties, NamedProperties names) {
        this.properties = properties;
        this.names = names;
    }

    List<Detail> of(String messageClass) {
        String kind = messageClass.toLowerCase(Locale.ROOT);
        if (kind.startsWith("ipm.appointment") || kind.startsWith("ipm.schedule.meeting")) {
            appointment();
        } else if (kind.startsWith("ipm.contact") || kind.startsWith("ipm.distlist")) {
            contact();
        } else if (kind.startsWith("ipm.task")) {
            task();
        } else if (kind.startsWith("ipm.activity")) {
            text("Type", names.id(NamedProperties.LOG, 0x8700));
            time("Start", names.id(NamedProperties.LOG, 0x8706), "");
            time("End", names.id(NamedProperties.LOG, 0x8708), "");
        }
        return details;
    }

    private void text(String label, int id) {
        if (id != NamedProperties.NONE) {
            details.add(new Detail(label, properties.text(id)));
        }
    }

    private void time(String label, int id, String zone) {
        properties.time(id).ifPresent(time -> details.add(new Detail(label, OutlookTimes.words(time, zone))));
    }

    private void day(String label, int id, String zone) {
        properties.time(id).ifPresent(time -> details.add(new Detail(label, OutlookTimes.day(time, zone))));
    }

    private int appointment(int id) {
        return names.id(NamedProperties.APPOINTMENT, id);
    }

    private void appointment() {
        String zone = zone();
        if (properties.number(appointment(0x8215), 0) != 0) {
            day("All day, from", appointment(0x820D), zone);
            day("To, exclusive", appointment(0x820E), zone);
        } else {
            time("Start", appointment(0x820D), zone);
            time("End", appointment(0x820E), zone);
        }
        text("Time zone", appointment(0x8234));
        text("Where", appointment(0x8208));
        text("Repeats", appointment(0x8232));
        text("Attendees", appointment(0x8238));
    }

    /** The key name in the definition of the zone (MS-OXOCAL 2.2.1.41). */
    private String zone() {
        byte[] definition = properties.bytes(appointment(0x825E)).orElse(new byte[0]);
        if (definition.length < 8) {
            return "";
        }
        int letters = ByteBuffer.wrap(definition).order(ByteOrder.LITTLE_ENDIAN).getShort(6) & 0xffff;
        int end = Math.min(definition.length, 8 + 2 * letters);
        return new String(definition, 8, end - 8, StandardCharsets.UTF_16LE);
    }

    private void contact() {
        CONTACT.forEach(entry -> text(entry.getValue(), entry.getKey()));
        for (int base : new int[] {0x8080, 0x8090, 0x80A0}) {
            text("E-mail", names.id(NamedProperties.ADDRESS, base + 3));
            text("E-mail shown as", names.id(NamedProperties.ADDRESS, base));
            text("E-mail as first entered", names.id(NamedProperties.ADDRESS, base + 4));
        }
        text("Work address", names.id(NamedProperties.ADDRESS, 0x801B));
        text("Home address", names.id(NamedProperties.ADDRESS, 0x801A));
        text("Other address", names.id(NamedProperties.ADDRESS, 0x801C));
        text("Instant messaging", names.id(NamedProperties.ADDRESS, 0x8062));
        text("Web page", names.id(NamedProperties.ADDRESS, 0x802B));
        day("Birthday", 0x3A42, "");
        day("Anniversary", 0x3A41, "");
    }

    private void task() {
        day("Start", names.id(NamedProperties.TASK, 0x8104), "");
        day("Due", names.id(NamedProperties.TASK, 0x8105), "");
        day("Completed", names.id(NamedProperties.TASK, 0x810F), "");
        long state = properties.number(names.id(NamedProperties.TASK, 0x8101), -1);
        if (state >= 0 && state < TASK_STATES.size()) {
            details.add(new Detail("State", TASK_STATES.get((int) state)));
        }
        double done = properties.fraction(names.id(NamedProperties.TASK, 0x8102), 0);
        if (done > 0) {
            details.add(new Detail("Done", Math.round(done * 100) + " %"));
        }
        text("Owner", names.id(NamedProperties.TASK, 0x811F));
    }
}
