package org.muniment.batch.ingest.voicemail;

import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page of Google Takeout's folder Voice: a voicemail, a recorded call, an entry of the call log, or a conversation in text
 * messages (hAudio and hChatLog microformats).
 *
 * @param sort what it is
 * @param title as the item's subject
 * @param call what it tells; of a conversation its time and its words
 */
record TakeoutPage(Sort sort, String title, Call call) {
    /** What a page is about. */
    enum Sort {
        /** A voicemail or another recording. */
        RECORDING,
        /** A call without a recording. */
        CALL,
        /** Text messages. */
        CONVERSATION
    }

    /** Reads a page; empty when it is no such page. */
    static Optional<TakeoutPage> read(String html, Told told) {
        Document page = Jsoup.parse(html);
        Element audio = page.selectFirst(".haudio");
        Element chat = page.selectFirst(".hChatLog");
        if (audio != null) {
            return Optional.of(call(page, audio, told));
        }
        return chat == null ? Optional.empty() : Optional.of(conversation(page, chat, told));
    }

    private static TakeoutPage call(Document page, Element audio, Told told) {
        String name = text(audio, ".contributor .fn");
        String number = attribute(audio, ".contributor a.tel", "href").replaceFirst("^tel:", "");
        String labels = page.select(".tags a").eachText().toString();
        boolean recorded = labels.matches("(?s).*(Voicemail|Recorded).*") || audio.selectFirst("audio") != null;
        Call call = new Call(
                name,
                number,
                "",
                told.time(attribute(audio, ".published", "title")),
                Told.seconds(attribute(audio, "abbr.duration", "title")),
                words(audio),
                false,
                Told.confidence(confidence(audio)),
                "");
        String title = page.title().replaceAll("\\s+", " ").strip();
        boolean named = !name.isEmpty() || call.caller().isEmpty();
        return new TakeoutPage(
                recorded ? Sort.RECORDING : Sort.CALL, named ? title : title + " " + call.caller(), call);
    }

    private static String words(Element audio) {
        String full = text(audio, ".description .full-text");
        return full.isEmpty()
                ? audio.select(".description .word").stream()
                        .map(Element::ownText)
                        .collect(Collectors.joining(" "))
                : full;
    }

    private static String confidence(Element audio) {
        return audio.select(".description .confidence").eachText().stream()
                .filter(text -> text.matches("[01](\\.\\d{1,10})?"))
                .mapToDouble(Double::parseDouble)
                .average()
                .stream()
                .mapToObj(Double::toString)
                .findFirst()
                .orElse("");
    }

    private static TakeoutPage conversation(Document page, Element chat, Told told) {
        String words =
                chat.select(".message").stream().map(TakeoutPage::message).collect(Collectors.joining("\n"));
        String with = page.select(".sender .fn").eachText().stream()
                .filter(name -> !name.equals("Me") && !name.isBlank())
                .distinct()
                .collect(Collectors.joining(", "));
        String number = attribute(chat, "a.tel:has(span.fn)", "href").replaceFirst("^tel:", "");
        Call call = new Call(
                with,
                with.contains(",") ? "" : number,
                "",
                told.time(attribute(chat, ".message:last-of-type abbr.dt", "title")),
                "",
                words,
                true,
                "",
                "");
        return new TakeoutPage(
                Sort.CONVERSATION, "Text messages" + (call.caller().isEmpty() ? "" : " with " + call.caller()), call);
    }

    private static String message(Element message) {
        String sender = text(message, ".sender .fn");
        String who = sender.isEmpty() ? attribute(message, "a.tel", "href").replaceFirst("^tel:", "") : sender;
        return attribute(message, "abbr.dt", "title") + " " + who + ": " + text(message, "q");
    }

    private static String text(Element in, String query) {
        Element found = in.selectFirst(query);
        return found == null ? "" : found.text().strip();
    }

    private static String attribute(Element in, String query, String name) {
        Element found = in.selectFirst(query);
        return found == null ? "" : found.attr(name).strip();
    }
}
