package org.stillwater.it.redeployment;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import org.stillwater.Writes;

/** In a container transaction. */
@Stateless
@LocalBean
@Writes
public class EjbClerk extends Clerk {}
