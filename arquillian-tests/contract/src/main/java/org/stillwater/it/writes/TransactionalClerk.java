package org.stillwater.it.writes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** A CDI bean with a transaction. */
@ApplicationScoped
@Transactional
public class TransactionalClerk extends BookingClerk {}
