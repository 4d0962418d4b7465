/** Destruction: plans, approvals, the vault, certificates, authorities, the yearly review. */
@NullMarked
package org.muniment.api.web.disposition;

import org.jspecify.annotations.NullMarked;
