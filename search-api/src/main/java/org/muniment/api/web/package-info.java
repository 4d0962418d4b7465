/**
 * The web application: what every page stands on. {@link Server} opens the archive and starts it; {@link RouteGate} lets
 * people in by the roles that a handler's {@link Allowed} names; {@link Who} is who asks; {@link ErrorPages} turns what went
 * wrong into words. One package under this one for each area (requests, holds, …): controllers, and the {@link TodaySection}
 * of what waits there for a person. Templates and scripts lie under the same name in {@code templates} and
 * {@code static/assets}.
 */
@NullMarked
package org.muniment.api.web;

import org.jspecify.annotations.NullMarked;
