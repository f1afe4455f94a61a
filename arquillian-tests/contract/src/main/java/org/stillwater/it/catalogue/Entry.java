package org.stillwater.it.catalogue;

/**
 * What the constants of the themes hold.
 *
 * @param title what the way is called in the table
 * @param where where it exists
 * @param action what it does
 */
public record Entry(String title, Where where, Action action) {}
