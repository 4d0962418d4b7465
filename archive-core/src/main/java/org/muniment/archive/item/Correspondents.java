package org.muniment.archive.item;

import java.util.List;

/**
 * Who wrote to whom.
 *
 * @param from the authors ({@code From}, else {@code Sender})
 * @param to recipients named in {@code To}
 * @param cc recipients named in {@code Cc}
 * @param bcc recipients named in {@code Bcc}
 * @param envelope recipients the transport named ({@code Delivered-To}, {@code X-Original-To}, {@code Envelope-To},
 *     {@code X-Envelope-To}, {@code X-RcptTo}): the only trace of a blind copy
 * @param exchange directory names as Exchange and Notes leave them ({@code X-From}, {@code X-To}, {@code X-cc}, {@code X-bcc})
 */
public record Correspondents(
        List<Address> from,
        List<Address> to,
        List<Address> cc,
        List<Address> bcc,
        List<Address> envelope,
        List<Address> exchange) {
    public Correspondents {
        from = List.copyOf(from);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        envelope = List.copyOf(envelope);
        exchange = List.copyOf(exchange);
    }
}
