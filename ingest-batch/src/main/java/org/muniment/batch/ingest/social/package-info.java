/** What social platforms hand out of an account: Facebook, Instagram, X, YouTube, Mastodon; and folders of saved postings. */
@NullMarked
package org.muniment.batch.ingest.social;

import org.jspecify.annotations.NullMarked;
