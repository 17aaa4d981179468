/* Starts one script of CoachDesk in the CPython beside it: no installed Python, no console unless built for one.
 *
 * SCRIPT is the script's path below the program's folder, with its backslashes. The interpreter finds its modules by
 * runtime\python313._pth alone: no environment variable (-I) and no folder of the user's has a say. It never writes
 * what it compiles (-B): run by an administrator it could, and a removal would leave that behind.
 *
 * VERSION is the program's. While CoachDesk is open, Windows may replace the modules at once and this file and the
 * libraries at the restart only: then app\version names another one, and nothing of such a mixture is started.
 */
#include <windows.h>

#include <shellapi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

enum { LONGEST = 32768, NO_RUNTIME = 111, NO_ENTRY = 112, NO_MEMORY = 113, MIXED = 114 };

typedef int (*py_main)(int, wchar_t **);

static int refuse(const wchar_t *sentence, int code) {
#ifdef WINDOWED
    MessageBoxW(NULL, sentence, L"CoachDesk", MB_OK | MB_ICONERROR);
#else
    fwprintf(stderr, L"%ls\n", sentence);
#endif
    return code;
}

static int version_of_modules(const wchar_t *folder, char *told, size_t room) {
    static wchar_t path[LONGEST];
    _snwprintf(path, LONGEST, L"%ls\\app\\version", folder);
    FILE *file = _wfopen(path, L"rb");
    if (!file) return 0;
    told[fread(told, 1, room - 1, file)] = 0;
    fclose(file);
    return 1;
}

int wmain(int count, wchar_t **given) {
    static wchar_t folder[LONGEST], library[LONGEST], script[LONGEST];
    SetDllDirectoryW(L""); /* never from the folder that somebody happened to start it in */
    GetModuleFileNameW(NULL, folder, LONGEST);
    *wcsrchr(folder, L'\\') = 0;
    if (wcslen(folder) > LONGEST - 64) return refuse(L"CoachDesk lies too deep in folders to start.", NO_RUNTIME);
    char told[64];
    if (!version_of_modules(folder, told, sizeof told))
        return refuse(L"A part of CoachDesk is missing. Please have it installed again.", NO_RUNTIME);
    if (strcmp(told, VERSION))
        return refuse(L"CoachDesk was brought up to date while it was open. Please restart the computer, then open it.", MIXED);
    _snwprintf(library, LONGEST, L"%ls\\runtime\\python313.dll", folder);
    _snwprintf(script, LONGEST, L"%ls\\%ls", folder, SCRIPT);
    HMODULE python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (!python) return refuse(L"A part of CoachDesk is missing. Please have it installed again.", NO_RUNTIME);
    py_main run = (py_main)(void *)GetProcAddress(python, "Py_Main");
    if (!run) return refuse(L"A part of CoachDesk does not fit. Please have it installed again.", NO_ENTRY);
    wchar_t **words = calloc((size_t)count + 6, sizeof *words);
    if (!words) return refuse(L"There is not enough memory to start CoachDesk.", NO_MEMORY);
    words[0] = given[0];
    words[1] = L"-X";
    words[2] = L"utf8";
    words[3] = L"-I";
    words[4] = L"-B";
    words[5] = script;
    for (int at = 1; at < count; at++) words[at + 5] = given[at];
    return run(count + 5, words);
}

#ifdef WINDOWED
int WINAPI wWinMain(HINSTANCE program, HINSTANCE before, PWSTR line, int show) {
    (void)program, (void)before, (void)line, (void)show;
    int count = 0;
    wchar_t **given = CommandLineToArgvW(GetCommandLineW(), &count);
    return wmain(count, given);
}
#endif
