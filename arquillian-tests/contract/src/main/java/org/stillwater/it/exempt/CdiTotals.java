package org.stillwater.it.exempt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Each row in a transaction, its caller's or its own. */
@ApplicationScoped
@Transactional
public class CdiTotals extends Totals {}
