/* Only for tests under Wine 8, which has no bcryptprimitives.dll; every Windows 10 has it. Chance comes from Wine itself. */
#include <windows.h>

#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T count) { return RtlGenRandom(bytes, (ULONG)count); }
