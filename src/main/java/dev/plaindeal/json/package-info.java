/**
 * The kit for JSON: {@link dev.plaindeal.json.JsonTree} for what people write, which knows each value's line; {@link
 * dev.plaindeal.json.StrictJson} with {@link dev.plaindeal.json.PointedNode} for what machines write; {@link
 * dev.plaindeal.json.JsonWriter} for all that goes out. What a text is about its reader says.
 */
@NullMarked
package dev.plaindeal.json;

import org.jspecify.annotations.NullMarked;
