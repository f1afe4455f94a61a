package org.stillwater.it.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;

/** No transaction at all. */
@ApplicationScoped
@Writes(WhenReadOnly.WAIT)
public class PlainTill extends LedgerTill {}
