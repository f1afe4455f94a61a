/** Entities with one of everything that can change. Changed by methods only: what is assigned from outside, weaving does not see. */
package org.stillwater.it.catalogue.model;
