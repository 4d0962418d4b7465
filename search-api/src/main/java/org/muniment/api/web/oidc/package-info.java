/** Signing in by OpenID Connect: the district's Google or Microsoft accounts (decisions/0031). */
@NullMarked
package org.muniment.api.web.oidc;

import org.jspecify.annotations.NullMarked;
