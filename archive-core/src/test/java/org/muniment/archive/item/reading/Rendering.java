package org.muniment.archive.item.reading;

import java.util.List;
import java.util.StringJoiner;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.Reading;

/** A reading as text, for golden files. */
final class Rendering {
    private Rendering() {}

    static String of(Reading reading) {
        Item item = reading.item();
        StringJoiner out = new StringJoiner("\n", "", "\n");
        out.add(reading.getClass().getSimpleName() + " " + item.kind() + " "
                + item.coverage().extent());
        out.add("sent: " + item.dates().sent() + " (" + item.dates().sentAsWritten() + ")");
        out.add("received: " + item.dates().received() + " " + item.dates().source());
        people(out, "from", item.people().from());
        people(out, "to", item.people().to());
        people(out, "cc", item.people().cc());
        people(out, "bcc", item.people().bcc());
        people(out, "envelope", item.people().envelope());
        people(out, "exchange", item.people().exchange());
        out.add("subject: " + item.subject());
        out.add("threading: " + item.threading());
        item.coverage().gaps().forEach(gap -> out.add("gap: " + gap.place() + ": " + gap.reason()));
        item.attachments().forEach(file -> out.add("attachment: " + file));
        reading.text().attachments().forEach(text -> out.add("text of " + text.place() + ":\n" + text.text()));
        out.add("body:\n" + reading.text().body());
        return out.toString();
    }

    private static void people(StringJoiner out, String label, List<Address> addresses) {
        addresses.forEach(address -> out.add(label + ": " + address.name() + " | " + address.address()));
    }
}
