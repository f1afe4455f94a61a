package org.stillwater.it.exempt;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;

/** Each row in a container transaction, its caller's or its own. */
@Stateless
@LocalBean
public class EjbTotals extends Totals {}
