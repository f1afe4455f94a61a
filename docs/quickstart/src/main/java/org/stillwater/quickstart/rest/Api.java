package org.stillwater.quickstart.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything with a {@code @Path}, below {@code /api}. */
@ApplicationPath("api")
public class Api extends Application {}
