package org.muniment.api.rest;

/** A body in which nothing is to be said: {@code {}}. */
record Nothing() {}
