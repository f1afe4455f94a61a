package org.stillwater.it.redeployment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.stillwater.Writes;

/** In a transaction that an interceptor begins. */
@ApplicationScoped
@Transactional
@Writes
public class CdiClerk extends Clerk {}
