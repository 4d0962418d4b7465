package org.muniment.archive.item.text;

import java.io.IOException;
import java.io.InputStream;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.xml.sax.SAXException;

/** Text by the parsers of Tika that are on the class path: no external program, no OCR, no network. */
final class TikaText {
    private final AutoDetectParser parser = new AutoDetectParser();

    Extract read(InputStream content, Frames.Request request) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, request.name());
        WriteOutContentHandler text = new WriteOutContentHandler(request.characters());
        try (TikaInputStream stream = TikaInputStream.get(content)) {
            MediaType type = choose(stream, metadata, request.type());
            if (!parser.getParsers().containsKey(type)) {
                String named = type.equals(MediaType.OCTET_STREAM) ? request.type() : type.toString();
                return new Extract(type.toString(), "", Reasons.noReader(named));
            }
            metadata.set(TikaCoreProperties.CONTENT_TYPE_PARSER_OVERRIDE, type.toString());
            String gap = parse(stream, text, metadata, request);
            return new Extract(type.toString(), "", "").with(text.toString(), gap);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return new Extract(request.type(), "", "").with(text.toString(), Reasons.damaged(e));
        }
    }

    /** By the content; where that says little, by what the sender declared. */
    private MediaType choose(TikaInputStream stream, Metadata metadata, String declared) throws IOException {
        MediaType found = parser.getDetector().detect(stream, metadata).getBaseType();
        MediaType claimed = MediaType.parse(declared);
        boolean vague = found.equals(MediaType.OCTET_STREAM) || found.getType().equals("text");
        return vague && claimed != null && parser.getParsers().containsKey(claimed) ? claimed : found;
    }

    private String parse(
            TikaInputStream stream, WriteOutContentHandler text, Metadata metadata, Frames.Request request) {
        ParseContext context = new ParseContext();
        context.set(Parser.class, parser);
        try {
            parser.parse(stream, new BodyContentHandler(text), metadata, context);
            return "";
        } catch (ZeroByteFileException e) {
            return "";
        } catch (EncryptedDocumentException e) {
            return Reasons.ENCRYPTED;
        } catch (SAXException | TikaException | IOException | RuntimeException | StackOverflowError e) {
            return WriteLimitReachedException.isWriteLimitReached(e)
                    ? Reasons.cut(request.characters())
                    : Reasons.damaged(e);
        }
    }
}
