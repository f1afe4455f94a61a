package org.stillwater.it.requests;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Puts {@link EndsResource} under {@code /rest}. */
@ApplicationPath("rest")
public class EndsApplication extends Application {}
