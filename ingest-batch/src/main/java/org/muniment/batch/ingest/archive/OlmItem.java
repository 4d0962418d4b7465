package org.muniment.batch.ingest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.outlook.OutlookAttachment;
import org.muniment.archive.item.outlook.OutlookMessage;
import org.muniment.archive.item.outlook.OutlookMessage.Detail;
import org.muniment.archive.item.outlook.OutlookMessage.Party;
import org.muniment.archive.store.SpoolWriter;
import org.w3c.dom.Element;

/** One item of an export of Outlook for Mac. Its times are in UTC where they name no zone. */
final class OlmItem {
    private static final Map<String, String> CLASSES = Map.of(
            "email", "IPM.Note",
            "appointment", "IPM.Appointment",
            "contact", "IPM.Contact",
            "group", "IPM.DistList",
            "task", "IPM.Task",
            "note", "IPM.StickyNote");
    private static final String COPY = "OPFMessageCopy";

    private final Element item;
    private final ZipFile zip;
    private final Path spool;
    private final List<String> gaps = new ArrayList<>();

    OlmItem(Element item, ZipFile zip, Path spool) {
        this.item = item;
        this.zip = zip;
        this.spool = spool;
    }

    OutlookMessage read() {
        boolean mail = item.getTagName().equals("email");
        List<OutlookAttachment> attachments = attachments();
        return new OutlookMessage(
                CLASSES.getOrDefault(item.getTagName(), "IPM.Note"),
                "",
                mail ? copy("Subject") : subject(),
                people(),
                new OutlookMessage.Times(
                        time(copy("SentTime")), time(copy("ReceivedTime")), null, time(copy("ModDate")), false),
                new OutlookMessage.Threading(
                        bracketed(copy("MessageID")), bracketed(copy("InReplyTo")), copy("References"), ""),
                new OutlookMessage.Body(copy("Body"), copy("HTMLBody"), ""),
                new OutlookMessage.Marks(1, 0, List.of()),
                mail ? List.of() : details(),
                attachments,
                gaps);
    }

    private String copy(String name) {
        return OlmXml.text(item, COPY + name);
    }

    private static String bracketed(String id) {
        return id.isEmpty() || id.startsWith("<") ? id : "<" + id + ">";
    }

    private String subject() {
        return OlmXml.children(item).stream()
                .filter(child -> child.getTagName().matches(".*(Subject|Summary|DisplayName|CopyName|Title)"))
                .map(child -> child.getTextContent().strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private OutlookMessage.People people() {
        List<Party> from = parties("FromAddresses");
        List<Party> sender = parties("SenderAddress");
        Party nobody = Party.of("", "", "");
        return new OutlookMessage.People(
                from.isEmpty() ? nobody : from.getFirst(),
                sender.isEmpty() ? nobody : sender.getFirst(),
                parties("ToAddresses"),
                parties("CCAddresses"),
                parties("BCCAddresses"));
    }

    private List<Party> parties(String name) {
        return OlmXml.children(item).stream()
                .filter(child -> child.getTagName().equals(COPY + name))
                .flatMap(child -> OlmXml.children(child).stream())
                .map(one -> Party.of(
                        one.getAttribute("OPFContactEmailAddressName"),
                        "",
                        one.getAttribute("OPFContactEmailAddressAddress")))
                .toList();
    }

    private static @Nullable Instant time(String text) {
        try {
            if (text.isEmpty()) {
                return null;
            }
            return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    /** Every property, under its own name without the prefix. */
    private List<Detail> details() {
        List<Detail> details = new ArrayList<>();
        for (Element child : OlmXml.children(item)) {
            String label = child.getTagName()
                    .replaceFirst("^OPF(Calendar|Contact|Task|Note)?(Event)?(Copy)?", "")
                    .replaceAll("(?<=[a-z])(?=[A-Z])", " ");
            List<Element> inner = OlmXml.children(child);
            if (inner.isEmpty()) {
                details.add(new Detail(label, child.getTextContent()));
            }
            inner.forEach(one -> details.add(new Detail(label, attributes(one) + one.getTextContent())));
        }
        return details;
    }

    private static String attributes(Element element) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            out.append(element.getAttributes().item(i).getNodeValue()).append(' ');
        }
        return out.toString();
    }

    private List<OutlookAttachment> attachments() {
        return OlmXml.children(item).stream()
                .filter(child -> child.getTagName().equals(COPY + "AttachmentList"))
                .flatMap(child -> OlmXml.children(child).stream())
                .map(this::attachment)
                .toList();
    }

    private OutlookAttachment attachment(Element one) {
        return new OutlookAttachment(
                one.getAttribute("OPFAttachmentName"),
                one.getAttribute("OPFAttachmentContentType"),
                one.getAttribute("OPFAttachmentContentID"),
                content(one.getAttribute("OPFAttachmentURL")));
    }

    private OutlookAttachment.Content content(String path) {
        ZipArchiveEntry entry = path.isEmpty() ? null : zip.getEntry(path);
        if (entry == null) {
            return new OutlookAttachment.Missing("the export does not hold it");
        }
        try (InputStream in = zip.getInputStream(entry);
                SpoolWriter out = new SpoolWriter(spool)) {
            in.transferTo(out);
            return new OutlookAttachment.Bytes(out.finish());
        } catch (IOException e) {
            return new OutlookAttachment.Missing("it is damaged");
        }
    }
}
