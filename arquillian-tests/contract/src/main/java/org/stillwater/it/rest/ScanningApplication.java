package org.stillwater.it.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Leaves it to the server to find its classes. */
@ApplicationPath("rest")
public class ScanningApplication extends Application {}
