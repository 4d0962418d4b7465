package org.muniment.api.rest;

import java.io.InputStream;
import org.muniment.archive.store.Spool;
import org.springframework.core.io.AbstractResource;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Bytes that were proved and put aside, so that any range of them can be sent; gone when the request ends. */
final class SpooledResource extends AbstractResource {
    private final Spool bytes;

    SpooledResource(Spool bytes) {
        this.bytes = bytes;
        RequestContextHolder.currentRequestAttributes()
                .registerDestructionCallback(
                        SpooledResource.class.getName(), bytes::close, RequestAttributes.SCOPE_REQUEST);
    }

    @Override
    public String getDescription() {
        return "an item's bytes";
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public long contentLength() {
        return bytes.size();
    }

    @Override
    public InputStream getInputStream() {
        return bytes.open();
    }
}
