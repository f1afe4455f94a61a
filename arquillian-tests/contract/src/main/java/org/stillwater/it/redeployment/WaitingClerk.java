package org.stillwater.it.redeployment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;

/** Waits for the lift, and then writes. */
@ApplicationScoped
@Transactional
@Writes(WhenReadOnly.WAIT)
public class WaitingClerk extends Clerk {}
