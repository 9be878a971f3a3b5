/*
 * grid - the National Grid of Great Britain: metres to degrees.
 *
 * Owns:   nothing.
 * Called: by views that lead to a map.
 */
#ifndef DOOR_MODEL_GRID_H
#define DOOR_MODEL_GRID_H

/*
 * Easting and northing in metres (OSGB36) as degrees of WGS 84, which maps on the web use; right to about 5 metres. The
 * sums are those of the Ordnance Survey's "A guide to coordinate systems in Great Britain", sections 6.2 and 6.6, C.2.
 */
void door_grid_degrees(int easting, int northing, double *lat, double *longitude);

#endif
