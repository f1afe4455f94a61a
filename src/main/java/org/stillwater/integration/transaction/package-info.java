/**
 * Jakarta Transactions: permits that end when a transaction completes. Loaded by name where the API is present. Internal:
 * free to change.
 */
@NullMarked
package org.stillwater.integration.transaction;

import org.jspecify.annotations.NullMarked;
