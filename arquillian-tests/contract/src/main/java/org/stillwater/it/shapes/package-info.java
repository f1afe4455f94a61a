/** Every shape of transaction that a declared write may have, and every end that a transaction may come to. */
package org.stillwater.it.shapes;
