package org.stillwater.it.writes;

import jakarta.enterprise.context.RequestScoped;

/** A CDI bean without a transaction. */
@RequestScoped
public class PlainClerk extends BookingClerk {}
