package org.stillwater.it.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;

/** The interceptor of {@code @Transactional} runs inside ours, so nothing is there when we wait. */
@ApplicationScoped
@Transactional
@Writes(WhenReadOnly.WAIT)
public class TransactionalTill extends LedgerTill {}
