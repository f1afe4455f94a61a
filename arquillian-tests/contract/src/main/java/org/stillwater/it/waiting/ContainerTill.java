package org.stillwater.it.waiting;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;

/** The container's transaction is there before any interceptor. */
@Stateless
@LocalBean
@Writes(WhenReadOnly.WAIT)
public class ContainerTill extends LedgerTill {}
