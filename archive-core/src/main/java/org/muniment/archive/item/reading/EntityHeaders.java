package org.muniment.archive.item.reading;

import java.util.Locale;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.BodyDescriptorBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.RawField;

/** Collects the headers of one entity and describes its content to the MIME parser. */
final class EntityHeaders implements BodyDescriptorBuilder {
    private final int depth;
    private final int deepest;
    private final String assumed;
    private Headers headers = new Headers();
    private Entity entity =
            new Entity(ContentHeader.ABSENT, ContentHeader.ABSENT, "binary", "", "", "text/plain", false);

    EntityHeaders(int depth, int deepest, String assumed) {
        this.depth = depth;
        this.deepest = deepest;
        this.assumed = assumed;
    }

    @Override
    public void reset() {
        headers = new Headers();
    }

    @Override
    public Field addField(RawField field) {
        headers.add(field.getName(), field.getBody());
        return field;
    }

    @Override
    public BodyDescriptor build() {
        entity = new Entity(
                ContentHeader.parse(headers.first("content-type")),
                ContentHeader.parse(headers.first("content-disposition")),
                Entity.encoding(headers.first("content-transfer-encoding")),
                headers.first("content-id").replace("<", "").replace(">", ""),
                headers.first("content-duration"),
                assumed,
                depth >= deepest);
        return entity;
    }

    @Override
    public BodyDescriptorBuilder newChild() {
        String type = entity.mediaType().toLowerCase(Locale.ROOT);
        String child = type.equals("multipart/digest") ? "message/rfc822" : "text/plain";
        return new EntityHeaders(depth + 1, deepest, child);
    }

    Entity entity() {
        return entity;
    }

    Headers headers() {
        return headers;
    }
}
