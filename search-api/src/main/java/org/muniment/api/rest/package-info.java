/**
 * The REST interface, {@code /api/v1}: what the pages do, for programs. Nouns and refusals are those of the commands, and
 * what {@code --json} prints is what it answers. Programs come with a personal access token, never with a cookie. Errors are
 * RFC 9457 problems; each POST has a key and does its deed once; changes of what is there name the state they are about.
 * Described by itself at {@code /api/v1/openapi.json}. Why: decisions/0029.
 */
@NullMarked
package org.muniment.api.rest;

import org.jspecify.annotations.NullMarked;
