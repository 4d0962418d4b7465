package org.muniment.archive.item.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cms.CMSCompressedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.jcajce.ZlibExpanderProvider;
import org.jspecify.annotations.Nullable;

/** S/MIME (RFC 8551): takes the content out of opaque signatures and compression; encrypted content is a gap. */
final class SignedMail {
    private static final int LARGEST = 128 << 20;

    private final Gathering gathering;
    private final int depth;
    private final Body body;

    SignedMail(Gathering gathering, int depth, Body body) {
        this.gathering = gathering;
        this.depth = depth;
        this.body = body;
    }

    void read(AttachedFile file) {
        byte[] content;
        try {
            content = unwrap(file);
        } catch (CMSException | IOException | RuntimeException e) {
            gathering.gap(file.place(), "damaged: the S/MIME wrapping cannot be opened");
            return;
        }
        if (content != null) {
            gathering.spend(content.length);
            new MessageReader(gathering, file.place(), depth, body).read(new ByteArrayInputStream(content));
        }
    }

    private byte @Nullable [] unwrap(AttachedFile file) throws CMSException, IOException {
        if (file.content().size() > LARGEST) {
            gathering.gap(file.place(), "larger than " + (LARGEST >> 20) + " MB");
            return null;
        }
        ContentInfo info =
                ContentInfo.getInstance(Base64Text.unarmor(file.content().first(LARGEST)));
        if (info.getContentType().equals(CMSObjectIdentifiers.signedData)) {
            CMSTypedData signed = new CMSSignedData(info).getSignedContent();
            return signed != null && signed.getContent() instanceof byte[] bytes ? bytes : null;
        }
        if (info.getContentType().equals(CMSObjectIdentifiers.compressedData)) {
            long most = Math.min(LARGEST, gathering.budget());
            return new CMSCompressedData(info).getContent(new ZlibExpanderProvider(most));
        }
        gathering.encrypted(file.place());
        return null;
    }
}
