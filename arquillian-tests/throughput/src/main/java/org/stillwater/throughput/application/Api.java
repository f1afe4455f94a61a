package org.stillwater.throughput.application;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All resources are below {@code /api}. */
@ApplicationPath("api")
public class Api extends Application {}
