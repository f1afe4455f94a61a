package org.stillwater.quickstart.model;

/** How far an order has come. */
public enum OrderStatus {
    PLACED,
    PACKED,
    SHIPPED
}
