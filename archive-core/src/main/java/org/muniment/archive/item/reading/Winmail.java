package org.muniment.archive.item.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIRtfAttribute;
import org.apache.poi.hmef.attribute.MAPIStringAttribute;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.text.Characters;
import org.muniment.archive.item.text.Extract;

/** Unwraps TNEF ({@code winmail.dat}, MS-OXTNEF): its attachments are listed after it, its text joins the body. */
final class Winmail {
    private static final int LARGEST = 256 << 20;
    private static final int GUID = 16;
    private static final byte[] SIGNATURE = {0x78, (byte) 0x9f, 0x3e, 0x22};

    private final Gathering gathering;
    private final int depth;
    private final Body body;

    Winmail(Gathering gathering, int depth, Body body) {
        this.gathering = gathering;
        this.depth = depth;
        this.body = body;
    }

    void read(AttachedFile file) {
        try {
            HMEFMessage message =
                    new HMEFMessage(new ByteArrayInputStream(file.content().first(LARGEST)));
            text(message, file);
            int number = 0;
            for (Attachment attachment : message.getAttachments()) {
                attachment(attachment, file.place() + "." + ++number);
            }
        } catch (IOException | RuntimeException e) {
            gathering.gap(file.place(), "damaged: winmail.dat cannot be opened to its end");
        }
    }

    private void text(HMEFMessage message, AttachedFile file) {
        String plain = plain(message);
        byte[] html = data(message.getMessageMAPIAttribute(MAPIProperty.BODY_HTML));
        if (!plain.isBlank()) {
            body.addRendering(plain);
        }
        if (html.length > 0) {
            body.addRendering(PartReader.html(html, ""));
        } else if (message.getMessageMAPIAttribute(MAPIProperty.RTF_COMPRESSED) instanceof MAPIRtfAttribute rtf) {
            rtf(rtf.getData(), file);
        }
    }

    private static String plain(HMEFMessage message) {
        TNEFAttribute old = message.getMessageAttribute(TNEFProperty.ID_BODY);
        if (old != null) {
            return PartReader.lines(Characters.decode(old.getData(), ""));
        }
        MAPIAttribute body = message.getMessageMAPIAttribute(MAPIProperty.BODY);
        return body instanceof MAPIStringAttribute text ? PartReader.lines(Characters.clean(text.getDataString())) : "";
    }

    private static byte[] data(@Nullable MAPIAttribute attribute) {
        return attribute == null ? new byte[0] : attribute.getData();
    }

    private void rtf(byte[] rtf, AttachedFile file) {
        int start = new String(rtf, StandardCharsets.ISO_8859_1).indexOf("{\\rtf");
        if (start < 0) {
            return;
        }
        try (Content content = Content.of(Arrays.copyOfRange(rtf, start, rtf.length))) {
            AttachedFile part = new AttachedFile(file.place(), "body.rtf", "application/rtf", "", true, content);
            Extract extract = new AttachedFileReader(gathering, depth, body).extract(part, "application/rtf");
            body.addRendering(extract.text());
            if (!extract.gap().isEmpty()) {
                gathering.gap(file.place(), extract.gap());
            }
        }
    }

    private void attachment(Attachment attachment, String place) {
        byte[] bytes;
        try {
            bytes = attachment.getContents();
        } catch (IllegalArgumentException e) {
            bytes = data(attachment.getMAPIAttribute(MAPIProperty.ATTACH_DATA));
        }
        gathering.spend(bytes.length);
        String name = longest(attachment.getLongFilename(), attachment.getFilename());
        try (Content content = Content.of(isEmbedded(bytes) ? Arrays.copyOfRange(bytes, GUID, bytes.length) : bytes)) {
            String type = isEmbedded(bytes) ? "application/ms-tnef" : declared(attachment);
            AttachedFile file = new AttachedFile(place, AttachedFile.baseName(name), type, "", false, content);
            new AttachedFileReader(gathering, depth, body).read(file, false);
        }
    }

    /** An attached message: the interface's id, then TNEF again. */
    private static boolean isEmbedded(byte[] bytes) {
        return bytes.length > GUID + SIGNATURE.length
                && Arrays.equals(bytes, GUID, GUID + SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    private static String declared(Attachment attachment) {
        MAPIAttribute type = attachment.getMAPIAttribute(MAPIProperty.ATTACH_MIME_TAG);
        String text = type instanceof MAPIStringAttribute string ? string.getDataString() : "";
        ContentHeader header = ContentHeader.parse(HeaderText.line(text == null ? "" : text, ""));
        return header.value().indexOf('/') > 0 ? header.value() : FileKind.UNKNOWN;
    }

    private static String longest(@Nullable String first, @Nullable String second) {
        if (first != null && !first.isBlank()) {
            return first;
        }
        return second == null ? "" : second;
    }
}
